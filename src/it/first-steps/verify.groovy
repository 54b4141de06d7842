def log = new File(basedir, 'build.log').text
assert log.contains('openstack.server.name = test1')
assert log =~ /test1: gone, id/
