package org.lmskit.examples.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.lmskit.http.HttpHandler;
import org.lmskit.http.ServletHttp;

/** Javalin as both hosts use it: on Jetty, with LMSKit's handlers mounted as servlets. */
public final class WebServer {
  private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(10);

  private WebServer() {}

  /** A server that is not started yet. */
  public static Javalin create(Consumer<JavalinConfig> routes) {
    return Javalin.create(config -> {
      config.startup.showJavalinBanner = false;
      config.startup.showOldJavalinVersionWarning = false;
      routes.accept(config);
    });
  }

  /** Serves a handler of LMSKit under a path such as {@code /xapi}. */
  public static void mount(JavalinConfig config, String path, HttpHandler handler) {
    config.jetty.modifyServletContextHandler(context -> {
      context.addServlet(new ServletHolder(ServletHttp.servlet(handler)), path + "/*");
    });
  }

  /** Waits until the process is told to end, then stops the server; what follows is still done. */
  public static void awaitShutdown(Javalin server) {
    CountDownLatch told = new CountDownLatch(1);
    Thread host = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      told.countDown();
      quietly(() -> host.join(LONGEST_SHUTDOWN.toMillis()));
    }));
    quietly(told::await);
    server.stop();
  }

  private interface Waiting {
    void run() throws InterruptedException;
  }

  private static void quietly(Waiting waiting) {
    try {
      waiting.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
