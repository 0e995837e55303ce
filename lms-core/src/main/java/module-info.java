/** Courses, enrollments, attempts, certification, and the pluggable storage under them. */
module org.lmskit.core {
  requires transitive java.sql;
  requires org.slf4j;
  requires tools.jackson.databind;
  requires static jakarta.servlet;
  requires static jdk.httpserver;
  requires static transitive org.jspecify;

  exports org.lmskit.content;
  exports org.lmskit.http;
  exports org.lmskit.model;
  exports org.lmskit.store;
}
