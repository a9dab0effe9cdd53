package org.voicepact.incontainer;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application as it is packaged, with classes of a test inside. */
final class Deployments {

  private Deployments() {}

  static WebArchive with(Class<?>... classes) {
    return ShrinkWrap.create(ZipImporter.class, "in-container.war")
        .importFrom(new File(System.getProperty("voicepact.war")))
        .as(WebArchive.class)
        .addClasses(classes)
        .addClass(InContainer.class);
  }
}
