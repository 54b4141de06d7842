import groovy.json.JsonSlurper

def plan = new JsonSlurper().parse(new File(basedir, 'target/openstack/plan.json'))
assert plan.requests.any { it.path.endsWith('/servers') && it.body.server.name == 'ready' }
assert plan.requests.any { it.path.endsWith('/os-keypairs') }
