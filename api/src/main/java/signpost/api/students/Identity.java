package signpost.api.students;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says a student is called and numbered.
 *
 * @param fields what is given, checked; a field that is absent says nothing about the one on record
 */
public record Identity(Map<IdentityField, String> fields) {

    public Identity {
        fields = Map.copyOf(fields);
    }

    public @Nullable String get(IdentityField field) {
        return fields.get(field);
    }

    public Optional<String> given(IdentityField field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** Whether the UPN begins with a local authority number that is on no list: worth a warning, never a refusal. */
    public boolean isFromUnknownAuthority() {
        return given(IdentityField.UPN)
                .filter(upn -> !LocalAuthorities.know(upn))
                .isPresent();
    }

    /** The same student under the MIS's own id. */
    public Identity with(IdentityField field, String text) {
        Map<IdentityField, String> more = new EnumMap<>(IdentityField.class);
        more.putAll(fields);
        more.put(field, text);
        return new Identity(more);
    }
}
