# For each document: what its top level is to yaml.safe_load, or "error", as cloud-init tells them apart.
import json
import sys

import yaml


def kind(document):
    try:
        return type(yaml.safe_load(document)).__name__
    except Exception:
        return "error"


json.dump([kind(document) for document in json.load(sys.stdin)], sys.stdout)
