package org.lmskit.xapi.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lmskit.http.HttpException;
import org.lmskit.http.HttpHandler;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.model.ConflictException;
import org.lmskit.model.StoreFailureException;
import org.lmskit.xapi.About;
import org.lmskit.xapi.Extensions;
import org.lmskit.xapi.LearningRecordStore;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.json.StatementReader;
import org.lmskit.xapi.json.StatementWriter;

/**
 * A Learning Record Store over HTTP: every resource, xAPI 1.0.x and 2.0 on one endpoint. Mount it with an
 * adapter of {@code org.lmskit.http}, for example {@code JdkHttp.handler(lrsHttp)} at {@code /xapi}.
 *
 * @see "xAPI 1.0.3 Communication; IEEE 9274.1.1 4.1"
 */
public final class LrsHttp implements HttpHandler {
  private static final Map<String, Resource> RESOURCES = Map.of(
      "/statements", new StatementsResource(),
      "/activities/state", new DocumentsResource(DocumentsResource.Kind.STATE),
      "/activities/profile", new DocumentsResource(DocumentsResource.Kind.ACTIVITY_PROFILE),
      "/agents/profile", new DocumentsResource(DocumentsResource.Kind.AGENT_PROFILE),
      "/agents", LookupResource.AGENTS,
      "/activities", LookupResource.ACTIVITIES);
  private static final List<String> VERSIONS = List.of("1.0.0", "1.0.1", "1.0.2", "1.0.3", "2.0.0");

  private final Function<Caller, LearningRecordStore> stores;
  private final Authenticator authenticator;
  private final HttpLimits limits;
  private final Cors cors;
  private final Map<XapiVersion, StatementReader> readers;

  private LrsHttp(Builder builder) {
    stores = builder.stores;
    authenticator = builder.authenticator;
    limits = builder.limits;
    cors = new Cors(builder.origins);
    readers = Map.of(
        XapiVersion.V1_0_3, new StatementReader(XapiVersion.V1_0_3, limits.json()),
        XapiVersion.V2_0_0, new StatementReader(XapiVersion.V2_0_0, limits.json()));
  }

  /**
   * Begins a handler.
   *
   * @param stores gives each sender his view of a store, which also enforces what he may do
   * @param authenticator says who sent a request
   */
  public static Builder builder(
      Function<Caller, LearningRecordStore> stores, Authenticator authenticator) {
    return new Builder(stores, authenticator);
  }

  /** Collects what a handler needs. */
  public static final class Builder {
    private final Function<Caller, LearningRecordStore> stores;
    private final Authenticator authenticator;
    private HttpLimits limits = HttpLimits.DEFAULT;
    private Set<String> origins = Set.of("*");

    private Builder(Function<Caller, LearningRecordStore> stores, Authenticator authenticator) {
      this.stores = stores;
      this.authenticator = authenticator;
    }

    /** How much one request may bring; {@link HttpLimits#DEFAULT} without this. */
    public Builder limits(HttpLimits value) {
      limits = value;
      return this;
    }

    /** Whose pages may call the store, such as {@code https://lms.example}; any without this. */
    public Builder origins(Set<String> values) {
      origins = Set.copyOf(values);
      return this;
    }

    /** The handler. */
    public LrsHttp build() {
      return new LrsHttp(this);
    }
  }

  @Override
  public HttpResponse handle(HttpRequest request) throws IOException {
    if (request.method().equals("OPTIONS")) return cors.preflight(request);
    Gate gate = new Gate();
    HttpResponse response = guarded(request, gate);
    HttpResponse versioned =
        withAllow(request, response).withHeader(XapiVersion.HEADER, gate.version.text());
    return cors.allow(request, Gzip.packed(request, versioned));
  }

  private static HttpResponse withAllow(HttpRequest request, HttpResponse response) {
    if (response.status() != 405) return response;
    Resource resource = RESOURCES.get(request.path());
    return response.withHeader("Allow", resource == null ? "GET, HEAD" : resource.methods());
  }

  /** What is known of a request so far, for the headers of its answer. */
  private static final class Gate {
    private XapiVersion version = XapiVersion.V2_0_0;
  }

  private HttpResponse guarded(HttpRequest request, Gate gate) throws IOException {
    try {
      boolean alternate = AlternateRequest.isOne(request);
      return answer(
          alternate ? AlternateRequest.taken(request, limits.statementBytes()) : request, gate);
    } catch (XapiException e) {
      return Refusal.of(e);
    } catch (HttpException e) {
      return Refusal.of(e);
    } catch (ConflictException e) {
      return Refusal.of(503, "others write too much at the moment: try again")
          .withHeader("Retry-After", "1");
    } catch (StoreFailureException e) {
      return Refusal.of(503, "the storage does not answer: try again")
          .withHeader("Retry-After", "5");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private HttpResponse answer(HttpRequest request, Gate gate) throws IOException {
    XapiVersion version =
        request.header(XapiVersion.HEADER).map(XapiVersion::named).orElse(null);
    if (version != null) gate.version = version;
    if (request.path().equals("/about")) return about(request);
    Resource resource = RESOURCES.get(request.path());
    if (resource == null) throw XapiException.notFound("there is no resource " + request.path());
    requireVersion(request, version);
    Caller caller = authenticator.authenticate(request).orElse(null);
    if (caller == null) return unauthorized();
    Exchange exchange = new Exchange(
        asGet(request), gate.version, stores.apply(caller), reader(gate.version), limits);
    return resource.answer(exchange);
  }

  private StatementReader reader(XapiVersion version) {
    return java.util.Objects.requireNonNull(readers.get(version));
  }

  private static void requireVersion(HttpRequest request, @Nullable XapiVersion version) {
    if (version != null) return;
    String found =
        request.header(XapiVersion.HEADER).map(text -> ", not " + text).orElse("");
    throw XapiException.badRequest(
        "the header " + XapiVersion.HEADER + " is 1.0.x or 2.0.x" + found);
  }

  private static HttpResponse unauthorized() {
    return Refusal.of(401, "the credentials are missing or wrong")
        .withHeader("WWW-Authenticate", "Basic realm=\"xAPI\", charset=\"UTF-8\"");
  }

  private static HttpResponse about(HttpRequest request) {
    String method = request.method();
    if (!method.equals("GET") && !method.equals("HEAD")) throw Resource.methodNotAllowed(method);
    return HttpResponse.json(200, StatementWriter.write(new About(VERSIONS, Extensions.NONE)));
  }

  /** The adapter leaves the body of an answer to HEAD out (xAPI 1.0.3 Communication 1.1). */
  private static HttpRequest asGet(HttpRequest request) {
    if (!request.method().equals("HEAD")) return request;
    return new HttpRequest(
        "GET",
        request.base(),
        request.path(),
        request.query(),
        request.headers(),
        request.body(),
        request.connection());
  }
}
