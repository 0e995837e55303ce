module smoke {
  requires org.lmskit.core;
  requires org.lmskit.scorm;
  requires org.lmskit.xapi;
}
