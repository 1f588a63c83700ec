"""Files to model: only here are contributed files read, validated, and their faults located."""
