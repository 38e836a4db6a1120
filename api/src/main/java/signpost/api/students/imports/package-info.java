/** A school's export becomes observations: every row is taken or handed back with its reasons, all or nothing at once. */
@NamedInterface("imports")
@NullMarked
package signpost.api.students.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
