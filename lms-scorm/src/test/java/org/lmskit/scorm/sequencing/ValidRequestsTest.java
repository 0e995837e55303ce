package org.lmskit.scorm.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.sequencing.Walk.cluster;
import static org.lmskit.scorm.sequencing.Walk.freeWith;
import static org.lmskit.scorm.sequencing.Walk.leaf;
import static org.lmskit.scorm.sequencing.Walk.mode;
import static org.lmskit.scorm.sequencing.Walk.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;

/** What is said of a request is what the request then does, wherever a learner stands. */
class ValidRequestsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void every_request_is_served_as_was_said(long seed) {
    var random = new Random(seed);
    var walk = course();
    for (int i = 0; i < 60; i++) {
      var valid = Sequencer.validRequests(walk.state, walk.now);
      for (Request request : requests(walk)) {
        var served = Sequencer.request(walk.state, request, walk.now).exception();

        assertThat(isSaid(valid, request))
            .as("%s, step %d: %s", request, i, served)
            .isEqualTo(served.isEmpty());
      }
      step(walk, random);
    }
  }

  private static boolean isSaid(ValidRequests valid, Request request) {
    return switch (request.type()) {
      case CHOICE -> valid.choice().contains(request.target());
      case JUMP -> valid.jump().contains(request.target());
      default -> valid.isValid(request.type());
    };
  }

  private static List<Request> requests(Walk walk) {
    var requests = new ArrayList<Request>();
    for (RequestType type : RequestType.values()) {
      if (type.hasTarget()) {
        walk.tree.activities().forEach(a -> requests.add(new Request(type, a.id())));
      } else {
        requests.add(Request.of(type));
      }
    }
    return requests;
  }

  private static void step(Walk walk, Random random) {
    var current = walk.state.current();
    if (current != null && current.isLeaf() && walk.state.isActive(current)) {
      if (random.nextBoolean()) {
        walk.says(Walk.satisfied(random.nextBoolean()));
      }
      if (random.nextInt(4) == 0) {
        walk.suspendsItself();
      }
    }
    var requests = requests(walk);
    walk.take(requests.get(random.nextInt(requests.size())));
  }

  /** Sections that retry, exit or end all by their rules, and some that are left by flow alone. */
  private static Walk course() {
    return Walk.on(cluster(
        "root",
        mode(ControlMode.FREE),
        leaf("a", rule(RuleAction.RETRY, RuleConditionType.SATISFIED)),
        cluster(
            "c",
            mode(ControlMode.FREE.withForwardOnly(true)),
            leaf("c1", rule(RuleAction.EXIT_PARENT, RuleConditionType.SATISFIED)),
            leaf("c2", rule(RuleAction.SKIP, RuleConditionType.ATTEMPTED))),
        cluster(
            "d",
            freeWith(RuleAction.CONTINUE, RuleConditionType.COMPLETED),
            leaf("d1", rule(RuleAction.EXIT_ALL, RuleConditionType.SATISFIED)),
            leaf("d2", rule(RuleAction.RETRY_ALL, RuleConditionType.SATISFIED)),
            leaf("d3", rule(RuleAction.PREVIOUS, RuleConditionType.OBJECTIVE_STATUS_KNOWN))),
        cluster(
            "e",
            mode(ControlMode.FREE.withChoiceExit(false)),
            leaf("e1", rule(RuleAction.STOP_FORWARD_TRAVERSAL, RuleConditionType.ATTEMPTED)),
            leaf("e2", rule(RuleAction.DISABLED, RuleConditionType.SATISFIED)))));
  }
}
