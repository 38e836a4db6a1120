package signpost.api.notes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.StudentEntry;

/** Where notes are reached from. */
@Configuration(proxyBeanMethods = false)
class NoteEntry {

    @Bean
    StudentEntry notesEntry() {
        return new StudentEntry(40, "Notes", "/students/{id}/notes", "WRITE_NOTES");
    }
}
