/** What every page and every answer shares: the layout, the files it loads, the error pages, the problem documents. */
@NullMarked
package signpost.api.pages;

import org.jspecify.annotations.NullMarked;
