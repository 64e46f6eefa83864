/** Amazon's services behind ports of {@code core}: remembered answers in DynamoDB. Optional: nothing is loaded unless configured. */
@NullMarked
package dev.sayql.aws;

import org.jspecify.annotations.NullMarked;
