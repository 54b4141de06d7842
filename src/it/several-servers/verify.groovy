import groovy.json.JsonSlurper

def servers = new JsonSlurper().parse(new File(basedir, 'target/openstack/servers.json')).servers
assert servers*.name == ['db', 'web-1', 'web-2']
assert servers*.status.unique() == ['ACTIVE']
assert servers*.image*.name.unique() == ['debian-12']
assert servers*.flavor*.name.unique() == ['m1.tiny']

def plan = new JsonSlurper().parse(new File(basedir, 'target/openstack/plan.json'))
def planned = plan.requests.findAll { it.path.endsWith('/servers') }*.body*.server
assert planned[0].metadata.role == 'database'
assert planned[0].user_data == null
def userData = new String(planned[1].user_data.decodeBase64())
assert userData.contains('several-servers with its database at @{server.db.ip}')
assert userData.contains('text/x-shellscript')

def log = new File(basedir, 'build.log').text
assert log.contains("openstack.server.db.ip = ${servers[0].ip}")
