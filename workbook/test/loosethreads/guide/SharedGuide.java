// SPDX-License-Identifier: Apache-2.0
package loosethreads.guide;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the guide, and a browser on it: each is made once, when a test first wants it. */
final class SharedGuide implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == BuiltGuide.class || type == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The store closes what it has when all tests have been run.
    var store = context.getRoot().getStore(Namespace.create(SharedGuide.class));
    var guide = store.computeIfAbsent(BuiltGuide.class, _ -> BuiltGuide.build(), BuiltGuide.class);
    return parameter.getParameter().getType() == BuiltGuide.class
        ? guide
        : store.computeIfAbsent(Browser.class, _ -> Browser.on(guide.site()), Browser.class);
  }
}
