package org.lmskit.scorm.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lmskit.http.HttpBody;
import org.lmskit.http.HttpException;
import org.lmskit.http.HttpFile;
import org.lmskit.http.HttpHandler;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.learning.LearningReason;
import org.lmskit.model.ConflictException;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.model.StoreFailureException;
import org.lmskit.scorm.LaunchView;
import org.lmskit.scorm.PlayerDocument;
import org.lmskit.scorm.Scorm;
import org.lmskit.scorm.ScormPackage;
import org.lmskit.scorm.ScormPackage.StoredFile;
import org.lmskit.scorm.ScormReason;
import org.lmskit.scorm.http.LaunchLinks.Link;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.CallLog;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The server of the player, below the path at which the host mounts it:
 *
 * <ul>
 *   <li>{@code GET player/FILE}: the player itself; its page is {@code player/player.html?base=...}
 *   <li>{@code GET launches/ID/launch}, {@code POST launches/ID/calls}, {@code POST
 *       launches/ID/navigate}: the protocol of one launch
 *   <li>{@code GET content/PACKAGE/PATH}: the files of packages, with byte ranges
 * </ul>
 *
 * <p>Without {@link #withSignedLinks} whoever knows a launch's id may work on it for as long as the
 * attempt goes on: ids cannot be guessed, and the host decides whom it tells them. Content on the
 * host's own origin can read the host's pages and ride on its session; content that nobody vouches
 * for belongs on another one, see {@link #withContentOrigin}.
 */
public final class ScormHttp implements HttpHandler {
  private static final int MAX_BODY = 8 << 20;
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern PLAYER_FILE = Pattern.compile("[a-z0-9.-]+\\.(js|css|json|html)");

  private final Scorm scorm;
  private final HostTerms terms;

  /**
   * A handler for one tenant, with content on the host's own origin.
   *
   * @param exitUrl where the player leads when it is left, on the host's own pages
   */
  public ScormHttp(Scorm scorm, String exitUrl) {
    this(scorm, HostTerms.of(exitUrl));
  }

  private ScormHttp(Scorm scorm, HostTerms terms) {
    this.scorm = scorm;
    this.terms = terms;
  }

  /** The same, leading to a page of the host that depends on the launch that is left. */
  public ScormHttp withExitUrl(Function<LaunchView, String> url) {
    return new ScormHttp(scorm, terms.withExitUrl(url));
  }

  /**
   * The same with content on an origin of its own, where this handler is mounted at the same path.
   * There {@code player/} and {@code content/} are needed and nothing else should be served.
   *
   * @param content the origin of the content for a request, such as {@code
   *     https://content.example.org}
   * @param player the origin of the pages that show the player, for a request to either name;
   *     several are separated by spaces. No other page may frame the content.
   */
  public ScormHttp withContentOrigin(
      Function<HttpRequest, String> content, Function<HttpRequest, String> player) {
    return new ScormHttp(scorm, terms.withOrigins(content, player));
  }

  /** The same with another policy for content than {@link ContentPolicy#DEFAULT}. */
  public ScormHttp withContentPolicy(ContentPolicy policy) {
    return new ScormHttp(scorm, terms.withPolicy(policy));
  }

  /**
   * The same with links that are signed and expire: a launch is then reached through the address that
   * {@link #playerUrl} or {@link #launchUrl} made, and no longer by its id.
   */
  public ScormHttp withSignedLinks(LaunchLinks links) {
    return new ScormHttp(scorm, terms.withLinks(links));
  }

  /**
   * The address of the player's page for a launch.
   *
   * @param mount the path at which the handler is mounted, such as {@code /scorm}
   */
  public String playerUrl(String mount, String launch) {
    return mount + "/player/player.html?base=" + launchUrl(mount, launch);
  }

  /**
   * The address of a launch, for a player inside a page of the host. A signed one begins to expire
   * now.
   *
   * @param mount the path at which the handler is mounted, such as {@code /scorm}
   */
  public String launchUrl(String mount, String launch) {
    LaunchLinks links = terms.links();
    String link = links == null ? launch : links.sign(scorm.tenant(), launch, scorm.now());
    return mount + "/launches/" + link;
  }

  @Override
  public HttpResponse handle(HttpRequest request) throws IOException {
    String[] path = request.path().substring(1).split("/", 3);
    try {
      return switch (path[0]) {
        case "player" -> player(request, path);
        case "launches" -> launch(request, path);
        case "content" -> content(request, path);
        default -> throw new HttpException(404, "nothing here");
      };
    } catch (NotFoundException e) {
      return refused(404, "UNKNOWN", terms.home());
    } catch (RejectedException e) {
      return refused(e);
    } catch (ConflictException | StoreFailureException e) {
      return refused(503, "BUSY").withHeader("Retry-After", "1");
    }
  }

  private HttpResponse player(HttpRequest request, String[] path) throws IOException {
    String file = path.length == 2 ? path[1] : "";
    if (!PLAYER_FILE.matcher(file).matches()) {
      throw new HttpException(404, "no such file of the player");
    }
    try (InputStream in = ScormHttp.class.getResourceAsStream("/org/lmskit/scorm/player/" + file)) {
      if (in == null) {
        throw new HttpException(404, "no such file of the player");
      }
      requireGet(request);
      HttpResponse answer = HttpResponse.of(
              200, MediaTypes.of(file), HttpBody.of(in.readAllBytes()))
          .withHeader("Cache-Control", "no-cache")
          .withHeader("X-Content-Type-Options", "nosniff")
          .withHeader("Referrer-Policy", "same-origin");
      // content reaches into the frame that holds it: what is forbidden to one is to the other
      return file.equals("frame.html")
          ? answer.withHeader("Content-Security-Policy", terms.policyOf(request))
          : answer;
    }
  }

  private HttpResponse launch(HttpRequest request, String[] path) throws IOException {
    if (path.length < 3) {
      throw new HttpException(404, "nothing here");
    }
    LaunchLinks links = terms.links();
    if (links == null) {
      return launch(request, path[1], path[2]);
    }
    Optional<Link> link = links.read(scorm.tenant(), path[1]);
    if (link.isEmpty()) {
      return refused(403, "LINK_INVALID", terms.home());
    }
    return link.get().isGoodAt(scorm.now())
        ? launch(request, link.get().launch(), path[2])
        : over(410, "EXPIRED", link.get().launch());
  }

  private HttpResponse launch(HttpRequest request, String id, String what) throws IOException {
    try {
      String answer = switch (what) {
        case "launch" -> launchDocument(request, id);
        case "calls" -> calls(request, id);
        case "navigate" -> navigate(request, id);
        default -> throw new HttpException(404, "nothing here");
      };
      return HttpResponse.json(200, answer).withHeader("Cache-Control", "no-store");
    } catch (RejectedException e) {
      if (e.reason() == ScormReason.LAUNCH_REVOKED) {
        return over(410, "REVOKED", id);
      }
      if (isOver(e)) {
        return over(409, "SUPERSEDED", id);
      }
      throw e;
    }
  }

  /** The launch is over for whoever has its link, who is told where to go on. */
  private HttpResponse over(int status, String reason, String launch) {
    return refused(status, reason, terms.exitUrl().apply(scorm.view(launch)));
  }

  private String launchDocument(HttpRequest request, String id) {
    requireGet(request);
    Place place = place(request, id);
    return place.documents().launch(id, place.contentBase());
  }

  private String calls(HttpRequest request, String id) throws IOException {
    JsonNode batches = body(request).path("batches");
    if (!batches.isArray() || batches.isEmpty()) {
      throw new HttpException(400, "no batches of calls");
    }
    Place place = place(request, id);
    String answer = "";
    for (JsonNode batch : batches) {
      String launch = text(batch, "launchId");
      long sequence = batch.path("sequence").asLong(0);
      List<ApiCall> calls = calls(batch.path("calls"));
      answer = place
          .documents()
          .calls(id, launch, sequence, calls, log(batch.path("log")), place.contentBase());
    }
    return answer;
  }

  private static List<CallLog.Entry> log(JsonNode json) {
    try {
      return json.isMissingNode() ? List.of() : CallLog.entriesOf(json.toString());
    } catch (IllegalArgumentException e) {
      throw new HttpException(400, "the log is no list of calls");
    }
  }

  private static List<ApiCall> calls(JsonNode json) {
    List<ApiCall> calls = new ArrayList<>();
    for (JsonNode call : json) {
      List<String> parts = new ArrayList<>();
      call.forEach(part -> parts.add(part.asString("")));
      if (parts.isEmpty()) {
        throw new HttpException(400, "a call without a name");
      }
      calls.add(new ApiCall(parts.get(0), parts.subList(1, parts.size())));
    }
    return calls;
  }

  private String navigate(HttpRequest request, String id) throws IOException {
    JsonNode body = body(request);
    RequestType type = RequestType.of(text(body, "request"))
        .orElseThrow(() -> new HttpException(400, "no such navigation request"));
    String target = type.hasTarget() ? text(body, "target") : null;
    Place place = place(request, id);
    return place.documents().navigate(id, new Request(type, target), place.contentBase());
  }

  private HttpResponse content(HttpRequest request, String[] path) {
    if (path.length < 3) {
      throw new HttpException(404, "nothing here");
    }
    ScormPackage content =
        scorm.find(path[1]).orElseThrow(() -> new HttpException(404, "no such package"));
    StoredFile file =
        content.find(path[2]).orElseThrow(() -> new HttpException(404, "no such file: " + path[2]));
    return new HttpFile(
            MediaTypes.of(path[2]),
            file.size(),
            file.hash().hex(),
            (from, length) -> scorm.open(file, from, length))
        .answer(request)
        .withHeader("Cache-Control", "private, max-age=31536000, immutable")
        .withHeader("X-Content-Type-Options", "nosniff")
        .withHeader("Referrer-Policy", "same-origin")
        .withHeader("Content-Security-Policy", terms.policyOf(request));
  }

  /** What the documents of a launch say about addresses. */
  private record Place(PlayerDocument documents, String contentBase) {}

  private Place place(HttpRequest request, String launch) {
    LaunchView view = scorm.view(launch);
    String mount = terms.contentOrigin().apply(request) + request.base();
    PlayerDocument documents = new PlayerDocument(scorm, terms.exitUrl().apply(view))
        .withFrame(mount + "/player/frame.html");
    return new Place(documents, mount + "/content/" + view.content().id() + "/");
  }

  private static JsonNode body(HttpRequest request) throws IOException {
    if (!request.method().equals("POST")) {
      throw new HttpException(405, "POST only");
    }
    try {
      return MAPPER.readTree(request.readText(MAX_BODY));
    } catch (JacksonException e) {
      throw new HttpException(400, "the body is not JSON");
    }
  }

  private static String text(JsonNode json, String member) {
    if (!json.path(member).isString()) {
      throw new HttpException(400, "no " + member);
    }
    return json.path(member).asString();
  }

  private static void requireGet(HttpRequest request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      throw new HttpException(405, "GET only");
    }
  }

  private static HttpResponse refused(RejectedException e) {
    if (e.reason() == ScormReason.CALLS_MISSING) {
      ObjectNode json = MAPPER.createObjectNode().put("refused", "GAP");
      json.put("expected", Long.parseLong(e.details().getOrDefault("expected", "1")));
      return HttpResponse.json(409, MAPPER.writeValueAsString(json));
    }
    return refused(403, e.reason().name());
  }

  private static boolean isOver(RejectedException e) {
    return e.reason() == ScormReason.LAUNCH_SUPERSEDED
        || e.reason() == ScormReason.NOTHING_DELIVERED
        || e.reason() == LearningReason.ATTEMPT_ENDED;
  }

  private static HttpResponse refused(int status, String reason) {
    return json(status, MAPPER.createObjectNode().put("refused", reason));
  }

  private static HttpResponse refused(int status, String reason, String exitUrl) {
    return json(status, MAPPER.createObjectNode().put("refused", reason).put("exitUrl", exitUrl));
  }

  private static HttpResponse json(int status, ObjectNode body) {
    return HttpResponse.json(status, MAPPER.writeValueAsString(body))
        .withHeader("Cache-Control", "no-store");
  }
}
