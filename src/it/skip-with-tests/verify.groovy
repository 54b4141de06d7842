def log = new File(basedir, 'build.log').text
assert log.count('launch is skipped, since skipTests is set; <skip>false</skip> overrules it') == 1
assert log.count('delete is skipped, since skipITs is set; <skip>false</skip> overrules it') == 1
assert log.count('skip-with-tests: ready after') == 1
assert log.count('skip-with-tests: gone') == 1
