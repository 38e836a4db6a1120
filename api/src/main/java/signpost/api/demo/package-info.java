/** The demonstration: a region of invented schools, loaded once under the profile {@code demo} and nowhere else. */
@NullMarked
package signpost.api.demo;

import org.jspecify.annotations.NullMarked;
