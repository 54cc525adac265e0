"""``python -m mediastudy.cli``."""

from mediastudy.cli import main

if __name__ == "__main__":
    main()
