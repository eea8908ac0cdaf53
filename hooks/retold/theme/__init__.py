"""The look of the wiki: a theme folder over Material's, shipped whole.

The plugin puts `FOLDER` before Material's own folder and names `STYLESHEETS` and `SCRIPTS`
in the site's configuration; nothing here comes from another host.
"""

from pathlib import Path

FOLDER = Path(__file__).parent
STYLESHEETS = ("assets/retold/retold.css", "assets/retold/chart.css")
SCRIPTS = ("assets/retold/retold.js", "assets/retold/search.js")
