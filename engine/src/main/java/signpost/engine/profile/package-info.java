/** What is known about a student on a date: values with their source and date, or not known; and the terms of the year. */
@NullMarked
package signpost.engine.profile;

import org.jspecify.annotations.NullMarked;
