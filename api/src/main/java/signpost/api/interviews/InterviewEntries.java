package signpost.api.interviews;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.MenuEntry;
import signpost.api.pages.StudentEntry;

/** Where the pages of interviews are reached from. */
@Configuration(proxyBeanMethods = false)
class InterviewEntries {

    private static final String FORM = "/students/{id}/interviews/new?kind=";

    @Bean
    MenuEntry tutorTimeEntry() {
        return new MenuEntry(50, "tutor-time", "Tutor time", "/tutor-time", "RECORD_TUTOR_TIME");
    }

    @Bean
    StudentEntry guidanceInterviewEntry() {
        return new StudentEntry(10, "Guidance interview", FORM + "guidance", "RECORD_INTERVIEWS");
    }

    @Bean
    StudentEntry tutorConversationEntry() {
        return new StudentEntry(12, "Tutor conversation", FORM + "tutor", "RECORD_TUTOR_TIME");
    }

    @Bean
    StudentEntry leaverCallEntry() {
        return new StudentEntry(14, "Leaver call", FORM + "leaver", "RECORD_INTERVIEWS");
    }
}
