/** Whose caseload a student is: rules, by hand over any rule, cover for absence; and which tutor has which group. */
@NullMarked
package signpost.api.assignments;

import org.jspecify.annotations.NullMarked;
