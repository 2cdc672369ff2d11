"""Put a service under load: `python tests/server/load --help`.

Python runs a folder as a heap of modules; here it is told to take this one for the package that it is.
"""

import sys
from importlib import import_module
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[3])
    import_module("tests.server.load.command").main()
