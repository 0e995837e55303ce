/** Courses, enrollments, attempts, certification, and the pluggable storage under them. */
module org.lmskit.core {
  requires transitive java.sql;
  requires org.slf4j;
  requires tools.jackson.databind;
  requires static jakarta.servlet;
  requires static jdk.httpserver;
  requires static org.jspecify;

  exports org.lmskit;
  exports org.lmskit.archive;
  exports org.lmskit.assessment.analysis;
  exports org.lmskit.assessment.gradebook;
  exports org.lmskit.assessment;
  exports org.lmskit.assessment.bank;
  exports org.lmskit.assessment.grading;
  exports org.lmskit.assessment.item;
  exports org.lmskit.assessment.sitting;
  exports org.lmskit.assignment;
  exports org.lmskit.admission;
  exports org.lmskit.catalog;
  exports org.lmskit.certification;
  exports org.lmskit.competency;
  exports org.lmskit.content;
  exports org.lmskit.http;
  exports org.lmskit.event;
  exports org.lmskit.internal to
      org.lmskit.scorm,
      org.lmskit.xapi;
  exports org.lmskit.learning;
  exports org.lmskit.ledger;
  exports org.lmskit.model;
  exports org.lmskit.observation;
  exports org.lmskit.offering;
  exports org.lmskit.path;
  exports org.lmskit.path.progress;
  exports org.lmskit.recognition;
  exports org.lmskit.report;
  exports org.lmskit.store;
  exports org.lmskit.store.jdbc;
  exports org.lmskit.viewing;
  exports org.lmskit.workforce;

  opens org.lmskit.archive to
      tools.jackson.databind;
  opens org.lmskit.assessment to
      tools.jackson.databind;
  opens org.lmskit.assessment.sitting to
      tools.jackson.databind;
  opens org.lmskit.ledger to
      tools.jackson.databind;
  opens org.lmskit.certification to
      tools.jackson.databind;
  opens org.lmskit.internal to
      tools.jackson.databind;
}
