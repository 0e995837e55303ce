/** An embedded xAPI Learning Record Store, and a client that never loses a statement. */
module org.lmskit.xapi {
  requires transitive org.lmskit.core;
  requires java.net.http;
  requires org.slf4j;
  requires tools.jackson.databind;
  requires static jakarta.servlet;
  requires static jdk.httpserver;
  requires static org.jspecify;

  exports org.lmskit.xapi;
  exports org.lmskit.xapi.client;
  exports org.lmskit.xapi.emit;
  exports org.lmskit.xapi.http;
  exports org.lmskit.xapi.json;
  exports org.lmskit.xapi.lrs;

  opens org.lmskit.xapi.client to
      tools.jackson.databind;
  opens org.lmskit.xapi.lrs to
      tools.jackson.databind;
}
