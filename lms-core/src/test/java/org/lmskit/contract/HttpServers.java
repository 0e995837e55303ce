package org.lmskit.contract;

import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.HttpServlet;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.lmskit.http.HttpHandler;
import org.lmskit.http.JdkHttp;
import org.lmskit.http.ServletHttp;

/** A server for each adapter, for tests over real HTTP. */
public enum HttpServers {
  /** The JDK's own server. */
  JDK {
    @Override
    public Running start(String base, HttpHandler handler) throws Exception {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ExecutorService threads = Executors.newCachedThreadPool();
      server.setExecutor(threads);
      server.createContext(base, JdkHttp.handler(handler));
      server.start();
      return running(server.getAddress().getPort(), base, () -> {
        server.stop(0);
        threads.shutdownNow();
      });
    }
  },

  /** A Jakarta Servlet container. */
  SERVLET {
    @Override
    public Running start(String base, HttpHandler handler) throws Exception {
      return serving(base, ServletHttp.servlet(handler));
    }
  };

  /**
   * Serves a handler on a free port of the loopback address.
   *
   * @param base where it is mounted, such as {@code /xapi}
   * @throws Exception if the server does not start
   */
  public abstract Running start(String base, HttpHandler handler) throws Exception;

  /**
   * Runs a servlet of the host's own in a Jakarta Servlet container.
   *
   * @param base what it is mapped to, without the asterisk
   * @throws Exception if the server does not start
   */
  public static Running serving(String base, HttpServlet servlet) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(servlet), base + "/*");
    server.setHandler(context);
    server.start();
    return running(connector.getLocalPort(), base, server::stop);
  }

  private static Running running(int port, String base, AutoCloseable stop) {
    return new Running(URI.create("http://127.0.0.1:" + port + base), stop);
  }

  /**
   * A server at work.
   *
   * @param address of the base
   * @param stop ends it
   */
  public record Running(URI address, AutoCloseable stop) implements AutoCloseable {
    @Override
    public void close() throws Exception {
      stop.close();
    }
  }
}
