def errors = new File(basedir, 'build.log').readLines().findAll { it.contains('[ERROR]') }

assert errors[0].contains("Unknown image 'cirros-0.3.5-x86_64-uec'")
assert errors[1].contains('The nearest of the project\'s images: cirros-0.3.4-x86_64-uec, ')
assert !errors.any { it =~ /^\[ERROR\]\s+at / || it.contains('Exception:') }
