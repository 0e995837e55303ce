package org.lmskit.scorm.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.sequencing.Walk.mode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.Sequencing;

/** A step on 10,000 activities costs its path and the siblings that it looks at. */
@Tag("long")
class SequencingSpeedTest {
  @Test
  void a_request_on_ten_thousand_activities_takes_less_than_two_milliseconds() {
    List<ActivityDefinition> chapters = new ArrayList<>();
    for (int c = 0; c < 100; c++) {
      List<ActivityDefinition> leaves = new ArrayList<>();
      for (int i = 0; i < 99; i++) {
        leaves.add(ActivityDefinition.leaf("a" + c + "-" + i, Sequencing.DEFAULT));
      }
      var free = mode(ControlMode.FREE).build();
      chapters.add(ActivityDefinition.cluster("c" + c, free, leaves));
    }
    var walk =
        Walk.on(ActivityDefinition.cluster("root", mode(ControlMode.FREE).build(), chapters));
    walk.start();
    for (int i = 0; i < 3000; i++) {
      walk.next();
    }

    long begun = System.nanoTime();
    for (int i = 0; i < 3000; i++) {
      walk.next();
    }
    var each = Duration.ofNanos((System.nanoTime() - begun) / 3000);
    begun = System.nanoTime();
    int choices = Sequencer.validRequests(walk.state, walk.now).choice().size();
    var all = Duration.ofNanos(System.nanoTime() - begun);

    System.out.println("10,000 activities: " + each.toNanos() / 1000 + " us a continue request, "
        + all.toMillis() + " ms for all valid requests");
    assertThat(choices).isEqualTo(10_001);
    assertThat(each).isLessThan(Duration.ofMillis(2));
  }
}
