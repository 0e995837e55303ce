package org.lmskit.scorm.runtime;

import tools.jackson.databind.node.ObjectNode;

/** The JSON form of {@link LaunchData} that the browser adapter reads. */
final class LaunchJson {
  private LaunchJson() {}

  static String write(LaunchData launch) {
    var json =
        StateJson.MAPPER.createObjectNode().put("version", launch.version().code());
    json.put("edition", launch.version().edition());
    launch.values().forEach(json.putObject("values")::put);
    var switches = json.putObject("switches");
    for (Switch which : Switch.values()) {
      switches.put(which.key(), launch.compatibility().value(which));
    }
    sharedData(launch, json);
    return StateJson.MAPPER.writeValueAsString(json);
  }

  private static void sharedData(LaunchData launch, ObjectNode json) {
    var stores = json.putArray("sharedData");
    for (SharedData store : launch.sharedData()) {
      stores
          .addObject()
          .put("id", store.id())
          .put("readable", store.readable())
          .put("writable", store.writable());
    }
  }
}
