"""YAML as people write it: read with places, its faults told in Swedish, edited without touching
another byte. Knows only `base`.
"""
