import groovy.json.JsonSlurper

def server = new JsonSlurper().parse(new File(basedir, 'target/openstack/servers.json')).servers[0]
assert server.name == 'test1'
assert server.status == 'ACTIVE'
assert server.ip ==~ /127\.20\.0\.\d+/
assert server.image.name == 'cirros-0.3.4-x86_64-uec'
assert server.flavor.name == 'm1.tiny'

def log = new File(basedir, 'build.log').text
assert log.contains("test1: image cirros-0.3.4-x86_64-uec, flavor m1.tiny (1 vCPU, 512 MiB, 1 GiB), network lan")
assert log =~ /test1: ACTIVE after \d+\.\d s/
assert log.contains("openstack.server.ip = ${server.ip}")
