package org.lmskit.scorm.cts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lmskit.scorm.NavigationReply;
import org.lmskit.scorm.ScormLearner;
import org.lmskit.scorm.ScormPlayback;
import org.lmskit.scorm.ScormRegistration;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.sequencing.ObjectiveState;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;

/** The Java API for one learner, who carries global objectives from package to package. */
final class JavaApiLms implements CtsLms {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final ScormLearner LEARNER = ScormLearner.of("L1", "Learner, One");
  private final CtsPackages packages;
  private final Map<String, ScormRegistration> registrations = new HashMap<>();
  private final Map<String, ObjectiveState> globals = new HashMap<>();
  private final Map<String, String> stores = new HashMap<>();
  private String name = "";
  private ScormRegistration registration;
  private int seconds;

  JavaApiLms(CtsPackages packages) {
    this.packages = packages;
  }

  @Override
  public void open(String next) {
    if (registration != null) {
      registrations.put(name, registration);
      keep();
    }
    name = next;
    registration = shared(
        registrations.containsKey(name)
            ? registrations.get(name)
            : ScormRegistration.open(packages.course(name), LEARNER, 1));
  }

  private void keep() {
    if (registration.course().tree().objectivesGlobalToSystem()) {
      globals.putAll(registration.globals());
    }
    if (registration.course().sharedDataGlobalToSystem()) {
      stores.putAll(registration.sharedData());
    }
  }

  private ScormRegistration shared(ScormRegistration opened) {
    var next =
        opened.course().tree().objectivesGlobalToSystem() ? opened.withGlobals(globals) : opened;
    return opened.course().sharedDataGlobalToSystem() ? next.withSharedData(stores) : next;
  }

  @Override
  public CtsDelivery navigate(Request request, List<ApiCall> unload) {
    var reply = ScormPlayback.navigate(registration, request, unload, now());
    registration = reply.registration();
    return delivery(reply);
  }

  @Override
  public CtsReply call(ApiCall call) {
    var reply = ScormPlayback.call(registration, List.of(call), now());
    registration = reply.registration();
    var answer = reply.replies().get(0);
    return new CtsReply(
        answer.result(),
        String.valueOf(answer.error()),
        Optional.ofNullable(reply.navigation()).map(this::delivery));
  }

  private CtsDelivery delivery(NavigationReply reply) {
    var valid = registration.validRequests(now());
    var contents = registration.tableOfContents(now());
    return new CtsDelivery(
        Optional.ofNullable(reply.delivered()),
        reply.href() == null ? "" : reply.href(),
        reply.ended(),
        reply.suspended(),
        reply.exception() == null ? "" : reply.exception().code(),
        Stream.of(RequestType.values())
            .filter(type -> !type.hasTarget() && valid.isOffered(type))
            .map(RequestType::code)
            .filter(code -> !registration.hidden().contains(code))
            .collect(Collectors.toSet()),
        contents,
        contents.stream().filter(valid.choice()::contains).collect(Collectors.toSet()));
  }

  @Override
  public String learnerId() {
    return LEARNER.id();
  }

  @Override
  public String learnerName() {
    return LEARNER.name();
  }

  private Instant now() {
    return START.plusSeconds(seconds++);
  }
}
