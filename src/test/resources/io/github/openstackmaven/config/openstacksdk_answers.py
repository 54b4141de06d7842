"""Asks openstacksdk what it makes of each case: a JSON array of cases on stdin, one of answers on stdout."""
import importlib
import json
import os
import sys
import warnings

import openstack.config.cloud_region
import openstack.config.loader

SERVICES = json.loads(sys.argv[1])


def told(call):
    """The call's result as JSON can hold it, or what it raised."""
    try:
        return {'value': plain(call())}
    except Exception as error:
        return {'error': type(error).__name__}


def plain(value):
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    if isinstance(value, float):
        # Java writes numbers with a point differently; the text is the same only if the type is.
        return {'float': str(value)}
    if value is None or isinstance(value, (str, bool, int)):
        return value
    return str(value)


def answer(case):
    os.environ.clear()
    os.environ.update(case['variables'])
    os.chdir(case['directory'])
    # The search path is a constant of the module, made when it is loaded.
    loader = importlib.reload(openstack.config.loader)
    cloud = case['explicit'].pop('cloud', None)
    try:
        region = loader.OpenStackConfig().get_one(cloud=cloud, **case['explicit'])
    except Exception as error:
        return {'error': type(error).__name__, 'message': str(error)}
    return {
        'name': region.name,
        'config': plain(region.config),
        'forceIpv4': plain(region._force_ipv4),
        'verify': told(region.get_requests_verify_args),
        'services': {service: of_service(region, service) for service in SERVICES},
    }


def of_service(region, service):
    return {
        'interface': told(lambda: region.get_interface(service)),
        'regionName': told(lambda: region.get_region_name(service)),
        'apiVersion': told(lambda: region.get_api_version(service)),
        'serviceType': told(lambda: region.get_service_type(service)),
        'serviceName': told(lambda: region.get_service_name(service)),
        'endpoint': told(lambda: region.get_endpoint(service)),
        'microversion': told(lambda: region.get_default_microversion(service)),
        'connectRetries': told(lambda: region.get_connect_retries(service)),
        'statusCodeRetries': told(lambda: region.get_status_code_retries(service)),
    }


warnings.simplefilter('ignore')
json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
