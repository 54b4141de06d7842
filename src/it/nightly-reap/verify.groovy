assert new File(basedir, 'build.log').text =~ /Nothing to reap|nothing .*expired|No .*expired/
