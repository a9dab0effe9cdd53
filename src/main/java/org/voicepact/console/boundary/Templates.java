package org.voicepact.console.boundary;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The templates of all pages. Their names end in {@code .ftlh}, by which every text that they print is escaped. They see
 * maps, lists and texts alone: no method of an object, no class, no file.
 */
@Singleton
public class Templates {

  private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

  public Templates() {
    configuration.setTemplateLoader(
        new ClassTemplateLoader(Templates.class, "/org/voicepact/console/templates"));
    configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setNumberFormat("c");
    configuration.setBooleanFormat("c");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    // They are part of the package, so none changes.
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
  }

  /**
   * @param name of the template, without its ending
   */
  String fill(String name, Map<String, ?> values) {
    StringWriter page = new StringWriter();
    try {
      configuration.getTemplate(name + ".ftlh").process(values, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("the template " + name + " cannot be filled", e);
    }
    return page.toString();
  }
}
