// student_t.hpp - Student's t distribution: what T.DIST, T.TEST, CONFIDENCE.T and LINEST share.
#pragma once

namespace scorebook::formula {

/// The share above t >= 0; `freedom` need not be whole.
double t_above(double t, double freedom);
/// The t >= 0 with `share` above it; 0 < share <= 0.5.
double t_quantile_above(double share, double freedom);

}  // namespace scorebook::formula
