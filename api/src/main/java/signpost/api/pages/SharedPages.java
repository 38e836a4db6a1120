package signpost.api.pages;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages and files that belong to no capability. */
@Configuration(proxyBeanMethods = false)
class SharedPages implements WebMvcConfigurer {

    private final String govukFrontend;

    SharedPages(@Value("${signpost.pages.govuk-frontend}") String govukFrontend) {
        this.govukFrontend = govukFrontend;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/sign-in").setViewName("sign-in");
    }

    /** The style sheet of GOV.UK Frontend asks for its images and fonts below {@code /assets}. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/assets/**")
                .addResourceLocations(
                        "classpath:/META-INF/resources/webjars/govuk-frontend/" + govukFrontend + "/dist/govuk/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
    }
}
