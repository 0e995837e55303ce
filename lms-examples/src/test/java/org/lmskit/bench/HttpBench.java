package org.lmskit.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.lmskit.Lms;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.contract.Stores;
import org.lmskit.http.JdkHttp;
import org.lmskit.model.TenantId;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.client.XapiClient;
import org.lmskit.xapi.http.BasicAuthenticator;
import org.lmskit.xapi.http.Caller;
import org.lmskit.xapi.http.Credential;
import org.lmskit.xapi.http.LrsHttp;
import org.lmskit.xapi.http.SecretHash;
import org.lmskit.xapi.json.StatementReader;
import org.lmskit.xapi.lrs.Lrs;

/**
 * Posts batches of 50 to the LRS, in turn with a handler of the same server that only inserts the bytes
 * of each; then sends batches of 500 by the client, in turn with posting ready-made bytes to the same
 * LRS. Four rounds go before what is measured. Arguments: {@code sqlite|postgres}, statements, and how many
 * send at once, 1 without it. The handler has a connection for each of them, on SQLite one for all.
 */
public final class HttpBench {
  private static final int ROUND = 5_000;
  private static final int WARM_UP = 4 * ROUND;
  private static final String BASIC =
      "Basic " + Base64.getEncoder().encodeToString("key:secret".getBytes(StandardCharsets.UTF_8));

  private final Random random = new Random(42);
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final XapiClient client;
  private final StatementReader reader = new StatementReader(XapiVersion.V1_0_3);
  private final int senders;
  private final ExecutorService sending;

  private HttpBench(URI base, int senders) {
    this.base = base;
    this.senders = senders;
    this.sending = Executors.newFixedThreadPool(senders);
    this.client = XapiClient.to(base.resolve("xapi/"))
        .basic("key", "secret")
        .version(XapiVersion.V1_0_3)
        .build();
  }

  /** Makes ready what is sent; only the sending is measured. */
  @FunctionalInterface
  private interface Way {
    Sending of(List<SampleStatement> batch);
  }

  @FunctionalInterface
  private interface Sending {
    void send() throws IOException, InterruptedException;
  }

  public static void main(String[] args) throws Exception {
    String url = args[0].equals("sqlite")
        ? "jdbc:sqlite:" + Files.createTempDirectory("lmskit-bench").resolve("bench.db")
        : Stores.postgresUrl();
    // otherwise the server waits 40 ms for an acknowledgement between headers and body
    System.setProperty("sun.net.httpserver.nodelay", "true");
    int senders = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    BlockingQueue<Bare> bare = new LinkedBlockingQueue<>();
    for (int i = 0; i < (args[0].equals("sqlite") ? 1 : senders); i++) {
      bare.add(new Bare(url));
    }
    try (Store store = JdbcStore.at(url, Lms.KINDS, Lrs.KINDS)) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newFixedThreadPool(senders + 1));
      server.createContext("/xapi", JdkHttp.handler(lrs(store)));
      server.createContext("/bare", exchange -> insert(bare, exchange));
      server.start();
      int port = server.getAddress().getPort();
      new HttpBench(URI.create("http://127.0.0.1:" + port + "/"), senders)
          .run(Integer.parseInt(args[1]));
      server.stop(0);
    }
    System.exit(0);
  }

  private static LrsHttp lrs(Store store) {
    Lrs lrs = Lrs.on(store, new InMemoryContentStore());
    Credential credential = new Credential(
        "key",
        SecretHash.of("secret", new SecureRandom()),
        new Caller(TenantId.DEFAULT, Access.all(Agent.mbox("lrs@acme.example"))));
    return LrsHttp.builder(caller -> lrs.as(caller.access()), BasicAuthenticator.of(credential))
        .build();
  }

  /** Inserts a batch whose ids come in a header, and reads nothing else of it. */
  private static void insert(BlockingQueue<Bare> free, HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String[] ids = exchange.getRequestHeaders().getFirst("Ids").split(",");
    List<SampleStatement> rows = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      int from = 1 + i * (SampleStatement.SIZE + 1);
      rows.add(new SampleStatement(ids[i], body.substring(from, from + SampleStatement.SIZE)));
    }
    insert(free, rows);
    byte[] answer = String.join(",", ids).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static void insert(BlockingQueue<Bare> free, List<SampleStatement> rows)
      throws IOException {
    try {
      Bare bare = free.take();
      bare.insert(rows, System.currentTimeMillis());
      free.add(bare);
    } catch (SQLException | InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void run(int count) throws InterruptedException, ExecutionException {
    compare("LRS over HTTP, batches of 50", "bare handler", count, 50, this::post, this::postBare);
    compare("client, batches of 500", "ready-made bytes", count, 500, this::client, this::post);
  }

  private void compare(String what, String floor, int count, int batch, Way ours, Way bare)
      throws InterruptedException, ExecutionException {
    List<Double> ratios = new ArrayList<>();
    long own = 0;
    long base = 0;
    for (int done = -WARM_UP; done < count; done += ROUND) {
      long mine = round(batch, ours);
      long least = round(batch, bare);
      if (done >= 0) {
        own += mine;
        base += least;
        ratios.add((double) least / mine);
      }
    }
    ratios.sort(null);
    System.out.printf(
        "%s, %d at once: %,.0f/s, %s %,.0f/s, ratio %.2f (median of rounds %.2f)%n",
        what,
        senders,
        count * 1e9 / own,
        floor,
        count * 1e9 / base,
        (double) base / own,
        ratios.get(ratios.size() / 2));
  }

  /** How long all senders take for what was made ready, in nanoseconds. */
  private long round(int batch, Way way) throws InterruptedException, ExecutionException {
    Queue<Sending> ready = new ConcurrentLinkedQueue<>();
    for (int made = 0; made < ROUND; made += batch) {
      ready.add(way.of(
          Stream.generate(() -> SampleStatement.random(random)).limit(batch).toList()));
    }
    long begin = System.nanoTime();
    for (Future<?> sent : sending.invokeAll(Collections.nCopies(senders, () -> sendAll(ready)))) {
      sent.get();
    }
    return System.nanoTime() - begin;
  }

  private static boolean sendAll(Queue<Sending> ready) throws IOException, InterruptedException {
    for (Sending next = ready.poll(); next != null; next = ready.poll()) {
      next.send();
    }
    return true;
  }

  private Sending client(List<SampleStatement> batch) {
    List<Statement> built = reader.read(SampleStatement.batch(batch)).statementsOrThrow().stream()
        .map(Incoming::statement)
        .toList();
    return () -> client.store(built);
  }

  private Sending post(List<SampleStatement> batch) {
    return sending(
        HttpRequest.newBuilder(base.resolve("xapi/statements"))
            .header("X-Experience-API-Version", "1.0.3"),
        batch);
  }

  private Sending postBare(List<SampleStatement> batch) {
    List<String> ids = batch.stream().map(SampleStatement::id).toList();
    return sending(
        HttpRequest.newBuilder(base.resolve("bare")).header("Ids", String.join(",", ids)), batch);
  }

  private Sending sending(HttpRequest.Builder request, List<SampleStatement> batch) {
    HttpRequest ready = request
        .header("Authorization", BASIC)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(SampleStatement.batch(batch)))
        .build();
    return () -> {
      HttpResponse<String> answer = http.send(ready, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(answer.statusCode() + ": " + answer.body());
      }
    };
  }
}
