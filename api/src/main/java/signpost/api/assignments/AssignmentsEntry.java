package signpost.api.assignments;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.MenuEntry;
import signpost.api.pages.StudentEntry;

/** Where the menu and a student's page lead to assignments. */
@Configuration(proxyBeanMethods = false)
class AssignmentsEntry {

    @Bean
    MenuEntry assignmentsInTheMenu() {
        return new MenuEntry(70, "assignments", "Assignments", "/assignments", "ASSIGN");
    }

    @Bean
    StudentEntry adviserOfTheStudent() {
        return new StudentEntry(90, "Change the careers adviser", "/assignments/students/{id}", "ASSIGN");
    }
}
