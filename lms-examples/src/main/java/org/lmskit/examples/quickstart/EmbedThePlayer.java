package org.lmskit.examples.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.examples.samples.SamplePackage;
import org.lmskit.http.JdkHttp;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.UnitId;
import org.lmskit.scorm.Launch;
import org.lmskit.scorm.Scorm;
import org.lmskit.scorm.ScormPackage;
import org.lmskit.scorm.http.LaunchLinks;
import org.lmskit.scorm.http.ScormHttp;
import org.lmskit.store.InMemoryStore;

/** The smallest host with a player: one course, one learner, the JDK's own web server. */
public final class EmbedThePlayer {
  private static final UnitId RACKING = new UnitId("racking");

  private EmbedThePlayer() {}

  /**
   * Serves the course until the process is ended.
   *
   * @throws IOException if no port on this machine is free
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("lmskit-");
    Path zip = SamplePackage.PALLET_RACKING.zipInto(folder);
    HttpServer server = start(zip);
    Files.delete(zip);
    Files.delete(folder);
    System.out.println(
        "Take the course at http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  static HttpServer start(Path zip) throws IOException {
    Lms lms = Lms.on(new InMemoryStore(), new InMemoryContentStore(Clock.systemUTC()))
        .module(Scorm.MODULE)
        .build();
    Scorm scorm = Scorm.of(lms);
    Enrollment enrollment = enrol(lms, scorm.importPackage(zip).packageOrThrow());

    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int port = server.getAddress().getPort();
    ScormHttp player = new ScormHttp(scorm, "/done")
        .withContentOrigin(
            request -> "http://localhost:" + port, request -> "http://127.0.0.1:" + port)
        .withSignedLinks(LaunchLinks.withRandomKey(new SecureRandom()));
    server.createContext("/scorm", JdkHttp.handler(player));
    server.createContext("/", exchange -> launch(exchange, player, scorm, enrollment));
    server.createContext("/done", exchange -> say(exchange, result(lms, enrollment)));
    server.start();
    return server;
  }

  private static Enrollment enrol(Lms lms, ScormPackage content) {
    lms.catalog()
        .publish(Course.of("racking", "Pallet racking")
            .unit(RACKING.value(), content.title(), content.content()));
    return lms.enrollments().enroll(new LearnerId("ann"), new CourseId("racking"));
  }

  private static void launch(
      HttpExchange exchange, ScormHttp player, Scorm scorm, Enrollment enrollment)
      throws IOException {
    Launch launch = scorm.launch(enrollment.id(), RACKING);
    exchange.getResponseHeaders().set("Location", player.playerUrl("/scorm", launch.id()));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static String result(Lms lms, Enrollment enrollment) {
    Enrollment now = lms.enrollments().find(enrollment.id()).orElseThrow();
    return now.state() + ", " + now.progress() + " units, " + now.timeOnTask().toSeconds() + " s";
  }

  private static void say(HttpExchange exchange, String text) throws IOException {
    exchange.sendResponseHeaders(200, text.length());
    exchange.getResponseBody().write(text.getBytes(StandardCharsets.US_ASCII));
    exchange.close();
  }
}
