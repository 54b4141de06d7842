"""What PyYAML makes of each text of a JSON array on stdin as a value: its type and its text, or that it raised."""
import json
import sys

import yaml


def answer(text):
    try:
        value = yaml.safe_load('k: ' + text)['k']
    except Exception:
        return 'error'
    if isinstance(value, (dict, list)):
        return 'collection'
    kind = 'str' if type(value).__name__ in ('date', 'datetime') else type(value).__name__
    return kind + ' ' + str(value)


json.dump([answer(text) for text in json.load(sys.stdin)], sys.stdout)
