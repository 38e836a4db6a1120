package signpost.api.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.testing.SignpostTest;

/** What a tutor may see under the shipped pack. */
@SignpostTest
class SightTest {

    @Autowired
    BookInForce book;

    @Test
    void whoIsInCareIsForCareersAdvisers() {
        assertThat(sight(Role.TUTOR).seesEveryReasonOf("In care or a care leaver"))
                .isFalse();
        assertThat(sight(Role.ADVISER).seesEveryReasonOf("In care or a care leaver"))
                .isTrue();
        assertThat(book.recommender().book().vocabulary().attributes())
                .filteredOn(attribute -> Set.of("in_care", "care_leaver").contains(attribute.key()))
                .hasSize(2)
                .noneMatch(sight(Role.TUTOR)::sees);
    }

    @Test
    void whatIsOfferedForAHiddenReasonMayNotBeNamed() {
        var offeredForCare = book.recommender().book().rules().stream()
                .filter(rule -> rule.flags().anyMatch(flag -> flag.flag().equals("In care or a care leaver")))
                .flatMap(rule -> rule.recommendations())
                .findFirst()
                .orElseThrow()
                .intervention();
        assertThat(sight(Role.TUTOR).seesEveryReasonFor(offeredForCare)).isFalse();
        assertThat(sight(Role.ADVISER).seesEveryReasonFor(offeredForCare)).isTrue();
        assertThat(sight(Role.TUTOR).seesEveryReasonFor("MAT-01")).isTrue();
        assertThat(sight(Role.TUTOR).seesEveryReasonFor("NO-RULE-ASKS")).isFalse();
    }

    private Sight sight(Role role) {
        var person = new StaffMember(
                UUID.randomUUID(), UUID.randomUUID(), "Sam", UUID.randomUUID(), "Harbour Lane School", Set.of(role));
        return Sight.of(person, book.recommender().book());
    }
}
