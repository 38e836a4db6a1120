package signpost.api.meetings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.MenuEntry;

/** Where the meeting list stands in the menu. */
@Configuration(proxyBeanMethods = false)
class MeetingEntry {

    @Bean
    MenuEntry meetingListInMenu() {
        return new MenuEntry(30, "meeting-list", "Meeting list", "/meeting-list", "SEE_STUDENTS");
    }
}
