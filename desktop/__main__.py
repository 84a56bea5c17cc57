"""``python -m desktop`` starts the program."""

import gc
import sys

gc.disable()  # nothing made during the start is garbage; ``launch`` switches it on again after the first paint

from desktop.app import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
