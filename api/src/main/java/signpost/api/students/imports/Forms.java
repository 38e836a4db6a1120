package signpost.api.students.imports;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** How large a form may be. */
@Configuration(proxyBeanMethods = false)
class Forms {

    /** What is somewhat too large is still read, so that the sender gets an answer rather than a broken connection. */
    private static final int READ_TO_ANSWER = 4;

    @Bean
    MultipartConfigElement formSizes(@Value("${signpost.imports.largest-file:16MB}") DataSize largest) {
        var factory = new MultipartConfigFactory();
        factory.setMaxFileSize(DataSize.ofBytes(largest.toBytes() * READ_TO_ANSWER));
        factory.setMaxRequestSize(DataSize.ofBytes(largest.toBytes() * READ_TO_ANSWER));
        return factory.createMultipartConfig();
    }
}
