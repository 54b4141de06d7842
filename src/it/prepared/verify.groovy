def log = new File(basedir, 'build.log').text
assert log.count("Preparing image 'db-prepared-") == 1
assert log.count('[db-prepare] sudo apt-get install -y postgresql') == 1
assert log.contains('[db-prepare] port=5432')
assert log.contains('[db] the tests begin')
assert log.contains('db-of-the-next-build')
