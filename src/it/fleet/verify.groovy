import groovy.json.JsonSlurper

def openstack = new File(basedir, 'target/openstack')
def servers = new JsonSlurper().parse(new File(openstack, 'servers.json')).servers
assert servers*.name == ['db', 'web-1', 'web-2']
assert servers*.groups == [null, ['frontend'], ['frontend']]

def inventory = new File(openstack, 'inventory.yml').text
assert inventory.contains('''\
  children:
    frontend:
      hosts:
        web-1: {}
        web-2: {}
''')
