package org.lmskit.http;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class JdkHttpTest extends AdapterTest {
  @Override
  Running start(HttpHandler handler) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/base", JdkHttp.handler(handler));
    server.start();
    return new Running(server.getAddress().getPort(), () -> {
      server.stop(0);
      threads.shutdownNow();
    });
  }
}
