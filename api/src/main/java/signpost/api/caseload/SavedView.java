package signpost.api.caseload;

import java.util.UUID;

/**
 * A list somebody comes back to.
 *
 * @param name as they call it
 * @param query which students, as in the address of the caseload
 */
record SavedView(UUID id, String name, String query) {

    static final int LONGEST = 60;

    /** So many stay easy to find one in. */
    static final int MOST = 12;

    public String address() {
        return query.isEmpty() ? "/caseload" : "/caseload?" + query;
    }
}
