// SPDX-License-Identifier: Apache-2.0
package loosethreads.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loosethreads.check.CheckResult;
import loosethreads.check.ProofResult;
import loosethreads.check.Verdict;

/** A check's result as one JSON object, on one line. */
final class Json {
  /** Whoever reads it need not know this system's encoding. */
  private static final JSON ASCII =
      JSON.builder(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build()).build();

  private Json() {}

  static String of(CheckResult result) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("lesson", result.lesson());
    object.put("program", result.program());
    object.put("verdict", result.verdict().name());
    if (result.verdict() == Verdict.DOES_NOT_COMPILE) {
      object.put("message", result.message());
    }
    List<Map<String, Object>> proofs = new ArrayList<>();
    for (ProofResult proof : result.proofs()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("name", proof.name());
      each.put("outcome", proof.outcome().name());
      each.put("message", proof.message());
      each.put("millis", proof.millis());
      proofs.add(each);
    }
    object.put("proofs", proofs);
    return ASCII.asString(object);
  }
}
