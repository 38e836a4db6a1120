package signpost.api.students;

import java.util.Arrays;

/**
 * The local authority numbers that a UPN may begin with, former councils' included, since their UPNs live on. Councils
 * are formed faster than lists are updated: an unknown number is worth a warning and never a refusal.
 */
final class LocalAuthorities {

    private static final String KNOWN = "201-213 301-320 330-336 340-344 350-359 370-373 380-384 390-394 420 660-681"
            + " 701-708 800-803 805-813 815-816 820-823 825-826 830-831 835-841 845-846 850-852 855-857 860-861"
            + " 865-896 901-903 905-909 911-913 915-926 928-929 931-943";

    private LocalAuthorities() {}

    static boolean know(String upn) {
        int number = Integer.parseInt(upn.substring(1, 4));
        return Arrays.stream(KNOWN.split(" "))
                .map(range -> range.split("-"))
                .anyMatch(range ->
                        number >= Integer.parseInt(range[0]) && number <= Integer.parseInt(range[range.length - 1]));
    }
}
