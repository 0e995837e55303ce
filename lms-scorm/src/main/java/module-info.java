/** Imports, runs and sequences SCORM 1.2 and SCORM 2004 packages. */
module org.lmskit.scorm {
  requires transitive org.lmskit.core;
  requires jakarta.xml.bind;
  requires java.xml;
  requires org.apache.commons.compress;
  requires org.slf4j;
  requires tools.jackson.databind;
  requires static org.jspecify;

  exports org.lmskit.scorm.archive;
  exports org.lmskit.scorm.finding;
  exports org.lmskit.scorm.manifest;
  exports org.lmskit.scorm.manifest.read;
  exports org.lmskit.scorm.packaging;
  exports org.lmskit.scorm.runtime;
  exports org.lmskit.scorm;
  exports org.lmskit.scorm.http;
  exports org.lmskit.scorm.sequencing;
  exports org.lmskit.scorm.sequencing.definition;

  opens org.lmskit.scorm.manifest.bind to
      jakarta.xml.bind,
      org.glassfish.jaxb.core,
      org.glassfish.jaxb.runtime;
  opens org.lmskit.scorm to
      tools.jackson.databind;
}
